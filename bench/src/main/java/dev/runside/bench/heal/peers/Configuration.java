package dev.runside.bench.heal.peers;

import dev.runside.bench.heal.fleet.Fleet;
import dev.runside.bench.heal.fleet.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;

/**
 * The peers' files, set as fast as they go: everything once a second, and no waiting where one can
 * be left out. An alert without {@code for} fires at the first scrape that fails.
 */
record Configuration(Path folder, Fleet fleet, Addresses addresses) {

    private static final String PROMETHEUS =
            """
            global: {scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s}
            rule_files: [rules.yml]
            alerting:
              alertmanagers:
                - static_configs: [{targets: ['127.0.0.1:%d']}]
            scrape_configs:
              - job_name: services
                metrics_path: /health
                static_configs:
            %s
            """;

    private static final String RULES =
            """
            groups:
              - name: services
                rules:
                  - {alert: ServiceDown, expr: 'up{job="services"} == 0'}
            """;

    private static final String ALERTMANAGER =
            """
            route: {receiver: heal, group_by: [service], group_wait: 0s, group_interval: 1s, repeat_interval: 1h}
            receivers:
              - name: heal
                webhook_configs:
                  - {url: '%s', send_resolved: false}
                  - {url: '%s', send_resolved: true}
            """;

    private static final String HOOKS =
            """
            [{"id": "restart",
              "execute-command": "%s",
              "command-working-directory": "%s",
              "pass-arguments-to-command": [{"source": "payload", "name": "groupLabels.service"}],
              "trigger-rule": {"match": {"type": "value", "value": "firing",
                "parameter": {"source": "payload", "name": "status"}}}}]
            """;

    /** Its first act is the remedy's start; the service gets what the agent's services get. */
    private static final String RESTART =
            """
            #!/bin/sh
            # restart SERVICE
            case $1 in
            %s
              *) exit 2 ;;
            esac
            date +%%s%%N >>"remedies/$1"
            read -r pid <"$1.pid" && kill -KILL "$pid" 2>/dev/null
            setsid %s >>"$1.log" 2>&1 </dev/null &
            echo $! >"$1.pid"
            """;

    void write() throws IOException {
        Files.createDirectories(folder);
        write(
                "prometheus.yml",
                PROMETHEUS.formatted(
                        addresses.alertmanager(),
                        fleet.services().stream()
                                .map(Configuration::target)
                                .collect(Collectors.joining("\n"))));
        write("rules.yml", RULES);
        write(
                "alertmanager.yml",
                ALERTMANAGER.formatted(
                        Addresses.at(addresses.webhook(), "/hooks/restart"),
                        Addresses.at(addresses.notices(), "/")));
        write("hooks.json", HOOKS.formatted(folder.resolve("restart"), fleet.folder()));
        write("restart", restart());
        Files.setPosixFilePermissions(
                folder.resolve("restart"), PosixFilePermissions.fromString("rwx------"));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String target(Service service) {
        return "      - {targets: ['127.0.0.1:%d'], labels: {service: %s}}"
                .formatted(service.victim().port(), service.name());
    }

    private String restart() {
        String ports =
                fleet.services().stream()
                        .map(service ->
                                "  %s) port=%d ;;"
                                        .formatted(service.name(), service.victim().port()))
                        .collect(Collectors.joining("\n"));
        String command =
                fleet.services().getFirst().victim().command().stream()
                        .map(word ->
                                word.equals(
                                                Integer.toString(
                                                        fleet.services()
                                                                .getFirst()
                                                                .victim()
                                                                .port()))
                                        ? "\"$port\""
                                        : "'" + word + "'")
                        .collect(Collectors.joining(" "));
        return RESTART.formatted(ports, command);
    }
}

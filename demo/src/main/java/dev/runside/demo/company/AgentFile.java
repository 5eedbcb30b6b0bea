package dev.runside.demo.company;

import dev.runside.demo.database.OrdersDatabase;
import dev.runside.demo.process.Supervised;
import dev.runside.demo.site.Role;
import dev.runside.demo.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Writes {@code agent.yaml}: what the agent watches, and the two services that it may restart. */
public final class AgentFile {

    private static final List<Role> WATCHED = List.of(Role.GATEWAY, Role.REPORTING, Role.ASSISTANT);

    private final Site site;

    public AgentFile(Site site) {
        this.site = site;
    }

    public void write(Path file) throws IOException {
        Company company = new Company(site);
        List<Map<String, Object>> services = new ArrayList<>();
        services.add(
                service(
                        company.process(Role.CHECKOUT),
                        List.of("status", "restart", "start", "stop")));
        services.add(service(company.process(Role.INVENTORY), List.of("status", "restart")));
        for (Role role : WATCHED) {
            services.add(service(company.process(role), List.of()));
        }
        services.add(service(new OrdersDatabase(site).process(), List.of()));
        Map<String, Object> agent = new LinkedHashMap<>();
        agent.put("name", "local");
        agent.put("server", site.runside().toString());
        agent.put("services", services);
        agent.put("commands", List.of());
        agent.put(
                "probe",
                Map.of("every", "1s", "timeout", "1s", "misses", 3, "over", "3s", "gone", "25ms"));
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, YAMLMapper.builder().build().writeValueAsString(agent));
    }

    private Map<String, Object> service(Supervised process, List<String> may) {
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("name", process.name());
        service.put("hop", Company.subject(process.name()));
        service.put("command", process.command());
        service.put("directory", site.folder().toString());
        service.put("pidFile", process.pidFile().toString());
        service.put("logFile", process.logFile().toString());
        service.put("health", health(process.name()));
        service.put("may", may);
        return service;
    }

    private String health(String name) {
        return name.equals(OrdersDatabase.NAME)
                ? "tcp://127.0.0.1:" + site.port(name)
                : site.address(name).resolve("/health").toString();
    }
}

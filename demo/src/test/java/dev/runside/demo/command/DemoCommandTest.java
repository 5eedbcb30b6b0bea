package dev.runside.demo.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.runside.demo.company.Company;
import dev.runside.demo.site.Site;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The demo's words, where Runside is played by this test and the company need not run. */
class DemoCommandTest {

    private record Said(int code, String out, String err) {}

    @TempDir private Path folder;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"nope", "people"})
    void whatCannotBeStoppedIsSaidWithWhatCan(String service) {
        for (String word : List.of("stop", "start")) {
            Said said = demo(word, service);

            assertThat(said.code()).isEqualTo(2);
            assertThat(said.err())
                    .contains("There is no service '" + service + "'")
                    .contains(
                            "there is assistant, checkout, gateway, inventory, orders-db, reporting")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void anIncidentIsResolvedByItsOwnerWhoeverThatIs() throws Exception {
        try (AutoCloseable _ =
                runside("{\"number\":3,\"title\":\"slow\",\"owner\":\"user:mara\"}")) {
            Said said = demo("resolve", "3", "--cause", "a flag");

            assertThat(said.code()).as(said.err()).isZero();
            assertThat(said.out()).isEqualTo("#3 slow: resolved by user:mara\n");
            assertThat(asked)
                    .containsExactly(
                            "GET /api/v1/incidents/3 Bearer token-of-arno ",
                            "POST /api/v1/incidents/3/resolve Bearer token-of-mara {\"cause\":\"a flag\"}");
        }
    }

    @Test
    void somebodyElseOfTheCompanyCanBeNamed() throws Exception {
        try (AutoCloseable _ =
                runside("{\"number\":3,\"title\":\"slow\",\"owner\":\"user:mara\"}")) {
            assertThat(demo("ack", "#3", "--as", "dana").out())
                    .isEqualTo("#3 slow: acknowledged by user:dana\n");
            assertThat(demo("ack", "3", "--as", "zoe").err())
                    .contains(
                            "Nobody here is called 'zoe'; there is arno, dana, ines, mara, pat, teo");
        }
    }

    @Test
    void eachOfTheCompanyHasASignInLink() throws Exception {
        try (AutoCloseable _ = runside("{\"url\":\"http://x/login?token=t\"}")) {
            assertThat(demo("login", "mara").out()).isEqualTo("http://x/login?token=t\n");
            assertThat(asked).containsExactly("POST /api/v1/login-links Bearer token-of-mara {}");
        }
    }

    private AutoCloseable runside(String answer) throws IOException {
        HttpServer http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext(
                "/",
                exchange -> {
                    asked.add(
                            "%s %s %s %s"
                                    .formatted(
                                            exchange.getRequestMethod(),
                                            exchange.getRequestURI(),
                                            exchange.getRequestHeaders().getFirst("Authorization"),
                                            new String(
                                                    exchange.getRequestBody().readAllBytes(),
                                                    StandardCharsets.UTF_8)));
                    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        http.start();
        layOut(URI.create("http://127.0.0.1:" + http.getAddress().getPort()));
        return () -> http.stop(0);
    }

    private void layOut(URI runside) throws IOException {
        Map<String, Integer> ports =
                Company.names().stream().collect(Collectors.toMap(name -> name, _ -> 1));
        Site site = new Site(folder, ports, runside, runside);
        site.write();
        for (String person : List.of("arno", "dana", "ines", "mara", "pat", "teo")) {
            site.secret("person-" + person).write("token-of-" + person);
        }
        Files.createDirectories(site.pidFile("people").getParent());
        Files.writeString(site.pidFile("people"), ProcessHandle.current().pid() + "\n");
    }

    private Said demo(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--data", folder.toString()));
        int code =
                new CommandLine(new DemoCommand())
                        .setExecutionExceptionHandler((problem, command, _) -> {
                            command.getErr().println(problem.getMessage());
                            return 1;
                        })
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(arguments.toArray(String[]::new));
        return new Said(code, out.toString(), err.toString());
    }
}

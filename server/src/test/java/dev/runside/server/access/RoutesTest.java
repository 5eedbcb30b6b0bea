package dev.runside.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.RunsideServerTest;
import dev.runside.server.Wire;
import dev.runside.server.storage.DataDirectory;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of every room, against every kind of caller that it is not open to. */
@RunsideServerTest
class RoutesTest {

    @Autowired private ApplicationContext server;

    @Autowired private List<RequestMappingHandlerMapping> mappings;

    @LocalServerPort private int port;

    private final Map<Who, String> tokens = new EnumMap<>(Who.class);

    record Route(String method, String path, Set<Who> allowed) {}

    @BeforeEach
    void makeOneTokenOfEachKind() {
        var make = TestTokens.of(server);
        tokens.put(Who.PERSON, make.person("routes-person"));
        tokens.put(Who.ADMIN, make.admin("routes-admin"));
        tokens.put(Who.SOURCE, make.source("routes-source", "*"));
        tokens.put(Who.AGENT, make.agent("routes-agent"));
        tokens.put(
                Who.LOCAL_KEY,
                server.getBean(DataDirectory.class).secret("local.key").read().orElseThrow());
    }

    @Test
    void everyRouteSaysWhoMayCallIt() {
        assertThat(routes())
                .hasSizeGreaterThan(10)
                .allSatisfy(route ->
                        assertThat(route.allowed())
                                .as("%s %s: put @Allow on it", route.method(), route.path())
                                .isNotEmpty());
    }

    @Test
    void nobodyGetsInWithoutAToken() {
        assertThat(guarded())
                .isNotEmpty()
                .allSatisfy(route -> {
                    var answer = Wire.to(port).send(route.method(), route.path());
                    assertThat(answer.status()).as("%s", route).isEqualTo(401);
                });
    }

    @Test
    void nobodyGetsInWithATokenThatOpensNothing() {
        assertThat(guarded().limit(3))
                .isNotEmpty()
                .allSatisfy(route -> {
                    var answer =
                            Wire.to(port)
                                    .bearer("rs_person_guessed")
                                    .send(route.method(), route.path());
                    assertThat(answer.field("code")).as("%s", route).isEqualTo("token-refused");
                });
    }

    @Test
    void eachKindOfCallerIsRefusedWhereItHasNoBusiness() {
        tokens.forEach((kind, token) ->
                assertThat(guarded().filter(route -> !open(route, kind)))
                        .as("%s", kind)
                        .isNotEmpty()
                        .allSatisfy(route -> {
                            var answer =
                                    Wire.to(port).bearer(token).send(route.method(), route.path());
                            assertThat(answer.status()).as("%s by %s", route, kind).isEqualTo(403);
                            assertThat(answer.field("code")).isEqualTo("not-allowed");
                        }));
    }

    /** An admin is a person, too. */
    private static boolean open(Route route, Who kind) {
        return route.allowed().contains(kind)
                || (kind == Who.ADMIN && route.allowed().contains(Who.PERSON));
    }

    private Stream<Route> guarded() {
        return routes().stream()
                .filter(route ->
                        !route.allowed().contains(Who.OPEN)
                                && !route.allowed().contains(Who.LOOPBACK));
    }

    private List<Route> routes() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(entry -> routes(entry.getKey(), RouteRule.of(entry.getValue())))
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo info, Set<Who> allowed) {
        List<String> methods =
                info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
        return info.getPatternValues().stream()
                .map(pattern -> pattern.replaceAll("\\{[^}]*}", "x"))
                .flatMap(path ->
                        (methods.isEmpty() ? List.of("GET", "POST") : methods)
                                .stream().map(method -> new Route(method, path, allowed)));
    }
}

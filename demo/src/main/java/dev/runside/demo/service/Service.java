package dev.runside.demo.service;

import com.sun.net.httpserver.HttpServer;
import dev.runside.demo.site.Role;
import dev.runside.demo.site.Secret;
import dev.runside.demo.site.Site;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/**
 * One service process: its port, its routes, its metrics and flags. Each request has a virtual
 * thread.
 *
 * <pre>
 *   new ──► answer, answer … ──► open: warm up, take the port, prepare, serve ──► (SIGTERM) drain, close
 * </pre>
 */
public final class Service {

    private final String name;
    private final String version;
    private final Site site;
    private final Telemetry telemetry;
    private final Flags flags = new Flags();
    private final List<Route> routes = new ArrayList<>();
    private String firstRequests = "";

    public Service(Role role, Site site) throws IOException {
        this.name = role.service();
        this.site = site;
        this.version = Versions.of(site, name);
        Secret token = site.secret("source-telemetry");
        this.telemetry =
                role.subject().isPresent()
                        ? Telemetry.sending(
                                name, version, site.otlp(), () -> token.find().orElse(""))
                        : Telemetry.silent();
        routes.add(new Route("GET", "/health", false, _ -> Answer.json(200, "ok")));
        routes.add(new Route("GET", "/flags", false, _ -> Answer.json(200, flags.all())));
        routes.add(new Route("POST", "/flags", false, this::setFlags));
    }

    public Service answer(String method, String template, Handler handler) {
        routes.add(new Route(method, template, true, handler));
        return this;
    }

    /**
     * A route for the company itself, which is no part of what customers see and of what is
     * measured.
     */
    public Service answerUnmeasured(String method, String template, Handler handler) {
        routes.add(new Route(method, template, false, handler));
        return this;
    }

    /** What the service asks itself before anybody else does. */
    public Service warmedUpBy(String path) {
        firstRequests = path;
        return this;
    }

    /**
     * Serves from now on. Where the version before still has the port, says that it stands by and
     * waits.
     *
     * @param prepare what must be done before the first request, when nothing of the version before
     *     runs any more
     */
    public void open(Preparation prepare) throws IOException {
        if (!firstRequests.isEmpty()) {
            new WarmUp(List.copyOf(routes), telemetry).with(firstRequests);
        }
        HttpServer server = new Berth(site, name).take();
        prepare.prepare();
        Exchanges exchanges = serve(server);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> close(server, exchanges), name + "-close"));
        say("answers on " + server.getAddress());
    }

    private Exchanges serve(HttpServer server) {
        Exchanges exchanges = new Exchanges(List.copyOf(routes), telemetry);
        server.createContext("/", exchanges);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return exchanges;
    }

    private void say(String what) {
        System.out.println(Instant.now() + " " + name + " " + version + " " + what);
    }

    private void close(HttpServer server, Exchanges exchanges) {
        exchanges.drain(() -> server.stop(0), Duration.ofSeconds(2));
        say("answers no more");
        telemetry.close();
    }

    private Answer setFlags(Request request) {
        JsonNode json = request.json();
        if (!json.path("key").asString("").equals(site.secret("flags").read())) {
            return Answer.refusal(403, "flags need the key in the secret folder");
        }
        json.path("flags")
                .properties()
                .forEach(flag -> flags.set(flag.getKey(), flag.getValue().asString()));
        return Answer.json(200, flags.all());
    }

    public Upstream to(String service, Duration patience) {
        return new Upstream(site.address(service), patience);
    }

    public Flags flags() {
        return flags;
    }

    public Telemetry telemetry() {
        return telemetry;
    }

    public Site site() {
        return site;
    }

    public String version() {
        return version;
    }

    /** Work between taking the port and the first request. */
    @FunctionalInterface
    public interface Preparation {

        void prepare() throws IOException;
    }
}

package dev.runside.server.intake.events;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal.Severity;
import dev.runside.server.intake.Draft;
import dev.runside.server.intake.body.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads changes and incidents out of CDEvents (spec 0.3 to 0.5).
 *
 * <pre>
 *   service.deployed, upgraded, rolledback, published   a change that began and ended at that time
 *   service.removed                                     a stop that begins
 *   pipelinerun, taskrun .started and .finished         a change's begin and end, when customData says
 *                                                       of what kind or of which subject: most runs
 *                                                       only build and test
 *   incident.detected, reported, resolved               an alert that fires and is resolved
 * </pre>
 */
final class CdEvents {

    private static final Pattern TYPE =
            Pattern.compile("dev\\.cdevents\\.([a-z]+)\\.([a-z]+)(?:\\..*)?");
    private static final String STARTED = "change-started";
    private static final String FINISHED = "change-finished";
    private static final int MOST = 500;
    private static final List<String> TAKEN_OVER =
            List.of(
                    "type",
                    "version",
                    "summary",
                    "by",
                    "forSeconds",
                    "change",
                    "environment",
                    "severity");
    private static final List<String> FACTS =
            List.of("outcome", "errors", "pipelineName", "taskName", "url", "artifactId");
    private static final Set<String> BAD = Set.of("failure", "error");

    private final Event event;
    private final Optional<Item> subject;
    private final Optional<Item> content;
    private final Optional<Item> custom;

    private CdEvents(Event event, Item data) {
        this.event = event;
        this.subject = data.isObject("subject") ? data.object("subject") : Optional.empty();
        this.content = subject.flatMap(inner -> inner.object("content"));
        this.custom = data.isObject("customData") ? data.object("customData") : Optional.empty();
    }

    /** None when it is no CDEvent, or one that is only kept. */
    static List<Draft> drafts(Event event) {
        Matcher type = TYPE.matcher(event.type());
        return type.matches() && event.data().isPresent()
                ? new CdEvents(event, event.data().get()).drafts(type.group(1), type.group(2))
                : List.of();
    }

    /** What one that is only kept says: how a build, a test or a run came out. */
    static Map<String, String> facts(Event event) {
        if (!TYPE.matcher(event.type()).matches() || event.data().isEmpty()) {
            return Map.of();
        }
        var read = new CdEvents(event, event.data().get());
        Map<String, String> facts = new LinkedHashMap<>();
        FACTS.forEach(field -> read.inContent(field).ifPresent(text -> facts.put(field, text)));
        return facts;
    }

    private List<Draft> drafts(String about, String predicate) {
        return switch (about) {
            case "incident" -> ofIncident(predicate);
            case "service" -> ofService(predicate);
            case "pipelinerun", "taskrun" -> saysWhatItChanges() ? ofRun(predicate) : List.of();
            default -> List.of();
        };
    }

    private List<Draft> ofService(String predicate) {
        return switch (predicate) {
            case "deployed", "upgraded", "rolledback" -> ofPoint(predicate, "deploy");
            case "published" -> ofPoint(predicate, "config");
            case "removed" -> List.of(draft(STARTED, predicate, "stop", event.id()));
            default -> List.of();
        };
    }

    private List<Draft> ofIncident(String predicate) {
        return switch (predicate) {
            case "detected", "reported" -> List.of(incident("firing", predicate));
            case "resolved" -> List.of(incident("resolved", predicate));
            default -> List.of();
        };
    }

    /** Named by its subject's id: what is detected and then reported is one, until it is over. */
    private Draft incident(String state, String predicate) {
        Map<String, String> attributes = attributes("incident", subjectId());
        attributes.put("state", state);
        inContent("ticketURI").ifPresent(address -> attributes.put("ticket", address));
        String title =
                inContent("description")
                        .filter(text -> !text.isBlank())
                        .orElse("incident " + subjectId());
        boolean bad = attributes.getOrDefault("severity", "").equals("critical");
        return new Draft(
                event.occurrence(predicate),
                "alert",
                custom.flatMap(own -> own.ref("subject")),
                hit().toList(),
                event.time(),
                bad ? Severity.CRITICAL : Severity.WARNING,
                title,
                attributes,
                subjectId());
    }

    /** What an incident hits: its own id names nothing. */
    private Stream<String> hit() {
        return Stream.of(
                        custom.flatMap(own -> own.text("service", MOST)),
                        content.filter(inner -> inner.isObject("service"))
                                .flatMap(inner -> inner.object("service"))
                                .flatMap(service -> service.text("id", MOST)),
                        inContent("artifactId").map(CdEvents::nameInPackageUrl))
                .flatMap(Optional::stream)
                .flatMap(name -> Stream.of(name, name.replaceFirst(".*/", "")))
                .filter(name -> !name.isBlank())
                .distinct();
    }

    private List<Draft> ofPoint(String predicate, String type) {
        return List.of(
                draft(STARTED, predicate, type, event.id()),
                draft(FINISHED, predicate, type, event.id()));
    }

    private List<Draft> ofRun(String predicate) {
        String run = subjectId().isEmpty() ? event.id() : subjectId();
        return switch (predicate) {
            case "started" -> List.of(draft(STARTED, predicate, "deploy", run));
            case "finished" -> List.of(draft(FINISHED, predicate, "deploy", run));
            default -> List.of();
        };
    }

    private boolean saysWhatItChanges() {
        return custom.filter(own -> own.has("type") || own.has("subject")).isPresent();
    }

    private Draft draft(String kind, String predicate, String type, String change) {
        Map<String, String> attributes = attributes(type, change);
        String what = names().findFirst().orElse(event.subject());
        attributes.putIfAbsent("summary", (what + " " + predicate).strip());
        return new Draft(
                event.occurrence(kind),
                kind,
                custom.flatMap(own -> own.ref("subject")).or(this::subjectAsReference),
                names().toList(),
                event.time(),
                BAD.contains(attributes.getOrDefault("outcome", ""))
                        ? Severity.WARNING
                        : Severity.INFO,
                attributes.get("summary"),
                attributes,
                change);
    }

    private Map<String, String> attributes(String type, String change) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("type", type);
        attributes.put("change", change);
        attributes.put("by", event.source());
        attributes.put("event", event.id());
        inContent("artifactId").ifPresent(artifact -> attributes.put("version", artifact));
        inContent("outcome").ifPresent(outcome -> attributes.put("outcome", outcome));
        content.filter(inner -> inner.isObject("environment"))
                .flatMap(inner -> inner.object("environment"))
                .flatMap(environment -> environment.text("id", MOST))
                .ifPresent(environment -> attributes.put("environment", environment));
        custom.ifPresent(own ->
                TAKEN_OVER.forEach(name ->
                        own.scalar(name, MOST).ifPresent(text -> attributes.put(name, text))));
        return attributes;
    }

    private Optional<String> inContent(String field) {
        return content.flatMap(inner -> inner.text(field, MOST));
    }

    private String subjectId() {
        return subject.flatMap(inner -> inner.text("id", MOST)).orElse(event.subject());
    }

    private Optional<Ref> subjectAsReference() {
        return subjectId().matches("(?:hop|system|product):[A-Za-z0-9][\\w./-]{0,250}")
                ? Optional.of(Ref.parse(subjectId()))
                : Optional.empty();
    }

    /** Of the service, the run or the artifact, as a hop's service may be called. */
    private Stream<String> names() {
        return Stream.of(
                        custom.flatMap(own -> own.text("service", MOST)),
                        Optional.of(subjectId()),
                        Optional.of(subjectId().replaceFirst(".*/", "")),
                        inContent("pipelineName"),
                        inContent("taskName"),
                        inContent("artifactId").map(CdEvents::nameInPackageUrl))
                .flatMap(Optional::stream)
                .filter(name -> !name.isBlank())
                .distinct();
    }

    /** {@code pkg:oci/relay@sha256…} is of {@code relay}. */
    private static String nameInPackageUrl(String purl) {
        return purl.replaceFirst("[@?#].*", "").replaceFirst(".*/", "");
    }
}

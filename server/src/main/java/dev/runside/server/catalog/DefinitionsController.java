package dev.runside.server.catalog;

import dev.runside.core.Ref;
import dev.runside.server.access.Allow;
import dev.runside.server.access.Caller.PersonCaller;
import dev.runside.server.access.Who;
import dev.runside.server.catalog.Applying.Applied;
import dev.runside.server.catalog.definition.Definition;
import dev.runside.server.catalog.definition.DefinitionFile;
import dev.runside.server.catalog.definition.Fault;
import dev.runside.server.catalog.definition.Kind;
import dev.runside.server.problem.Input;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Allow(Who.PERSON)
@RequestMapping(path = "/api/v1/definitions", produces = "application/json")
class DefinitionsController {

    private static final int MOST_FILES = 1_000;
    private static final int MOST_ITEMS = 1_000;

    private final Applying applying;
    private final DefinitionStore store;

    DefinitionsController(Applying applying, DefinitionStore store) {
        this.applying = applying;
        this.store = store;
    }

    record FileText(String name, String text) {
        FileText {
            Input.required(name, "name");
            if (text == null) {
                throw Input.wrong("text", "is missing");
            }
            DefinitionFile.refuseName(name);
        }

        DefinitionFile asFile() {
            return new DefinitionFile(name, text);
        }
    }

    /**
     * @param dryRun says what would be done, and does not do it
     * @param prune removes what is not in these files
     */
    record ApplyRequest(List<FileText> files, @Nullable Boolean dryRun, @Nullable Boolean prune) {
        ApplyRequest {
            if (files == null || files.isEmpty() || files.size() > MOST_FILES) {
                throw Input.wrong("files", "must be 1 to " + MOST_FILES + " of {name, text}");
            }
            files = List.copyOf(files);
        }
    }

    /**
     * @param version of the catalog that is now in force
     */
    record ApplyAnswer(
            long version,
            boolean dryRun,
            List<Ref> created,
            List<Ref> changed,
            List<Ref> unchanged,
            List<Ref> removed,
            List<Fault> warnings,
            List<Gap> gaps) {}

    /**
     * @param next what to give as {@code after} for the page that follows; empty on the last one
     */
    record Page(List<StoredDefinition> items, String next) {}

    @PostMapping
    ApplyAnswer apply(PersonCaller caller, @RequestBody ApplyRequest request) {
        boolean dryRun = Boolean.TRUE.equals(request.dryRun());
        boolean prune = Boolean.TRUE.equals(request.prune());
        List<DefinitionFile> files = request.files().stream().map(FileText::asFile).toList();
        Applied applied = applying.apply(caller, files, prune, dryRun);
        Plan plan = applied.plan();
        return new ApplyAnswer(
                applied.inForce().version(),
                dryRun,
                refs(plan.created()),
                refs(plan.changed()),
                refs(plan.unchanged()),
                refs(plan.removed()),
                applied.warnings(),
                applied.inForce().gaps());
    }

    @GetMapping
    Page definitions(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "") String after) {
        if (limit < 1 || limit > MOST_ITEMS) {
            throw Input.wrong("limit", "must be from 1 to " + MOST_ITEMS);
        }
        List<StoredDefinition> items = store.list(kinds(kind), after, limit);
        boolean more = items.size() == limit;
        return new Page(items, more ? items.getLast().kind() + ":" + items.getLast().name() : "");
    }

    private static List<Kind> kinds(String title) {
        if (title.isEmpty()) {
            return List.of(Kind.values());
        }
        String all =
                Arrays.stream(Kind.values()).map(Kind::title).collect(Collectors.joining(", "));
        return List.of(
                Kind.find(title).orElseThrow(() -> Input.wrong("kind", "must be one of " + all)));
    }

    private static List<Ref> refs(List<Definition> definitions) {
        return definitions.stream().map(Definition::ref).toList();
    }
}

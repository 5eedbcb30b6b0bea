package dev.runside.core.run;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Conditions in CEL: compiled once, evaluated on plain maps. Used by one thread. */
public final class Conditions {

    private static final MapType FACTS = MapType.create(SimpleType.STRING, SimpleType.DYN);
    private static final Set<String> TRIGGER = Set.of("finding", "incident");

    /**
     * All but {@code matches}: of its patterns a few characters, as in <code>((a{0,999}){0,999})
     * </code>, compile to gigabytes. There are no macros either, so that nothing loops.
     */
    private static final CelStandardDeclarations BOUNDED =
            CelStandardDeclarations.newBuilder().excludeFunctions(StandardFunction.MATCHES).build();

    private final CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder().build();
    private final Map<String, CelRuntime.Program> programs = new HashMap<>();

    /**
     * What is wrong with a condition over {@code incident} and {@code finding}; empty when nothing
     * is.
     */
    public List<String> faultsOfTrigger(String expression) {
        return faults(expression, TRIGGER);
    }

    /** What is wrong with a condition over the outputs of these steps; empty when nothing is. */
    public List<String> faultsOfStep(String expression, Collection<String> steps) {
        return faults(expression, steps);
    }

    /** Whether a trigger holds of one of an incident's findings. */
    public boolean triggers(String expression, Incident incident, Finding finding) {
        return triggers(expression, Facts.of(incident), Facts.of(finding));
    }

    /** Whether a condition over these facts holds; one that cannot be answered does not. */
    public boolean triggers(
            String expression, Map<String, Object> incident, Map<String, Object> finding) {
        return holds(expression, Map.of("incident", incident, "finding", finding));
    }

    boolean holds(String expression, Map<String, ?> values) {
        try {
            CelRuntime.Program program = programs.get(expression);
            if (program == null) {
                program = runtime.createProgram(compile(expression, values.keySet()));
                programs.put(expression, program);
            }
            return Boolean.TRUE.equals(program.eval(values));
        } catch (CelEvaluationException | CelValidationException unanswerable) {
            return false;
        }
    }

    private static List<String> faults(String expression, Collection<String> names) {
        try {
            CelAbstractSyntaxTree tree = compile(expression, names);
            return tree.getResultType().equals(SimpleType.BOOL)
                            || tree.getResultType().equals(SimpleType.DYN)
                    ? List.of()
                    : List.of("must be true or false, is " + tree.getResultType().name());
        } catch (CelValidationException invalid) {
            return invalid.getErrors().stream().map(error -> error.getMessage()).toList();
        }
    }

    private static CelAbstractSyntaxTree compile(String expression, Collection<String> names)
            throws CelValidationException {
        CelCompilerBuilder builder =
                CelCompilerFactory.standardCelCompilerBuilder()
                        .setStandardEnvironmentEnabled(false)
                        .setStandardDeclarations(BOUNDED);
        new TreeSet<>(names).forEach(name -> builder.addVar(name, FACTS));
        CelCompiler compiler = builder.build();
        return compiler.compile(expression).getAst();
    }
}

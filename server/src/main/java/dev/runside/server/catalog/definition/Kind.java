package dev.runside.server.catalog.definition;

import dev.runside.core.Ref;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of definition, with the kind that references to them carry. */
public enum Kind {
    PERSON("Person", "user"),
    PRODUCT("Product", "product"),
    SYSTEM("System", "system"),
    FLOW("Flow", "flow"),
    AGENT("Agent", "agent"),
    CHARTER("Charter", "charter"),
    INDICATOR("Indicator", "indicator"),
    RUNBOOK("Runbook", "runbook"),
    DATA_SOURCE("DataSource", "source"),
    SERVICE("Service", "service"),
    SLI("SLI", "sli"),
    SLO("SLO", "slo"),
    ALERT_POLICY("AlertPolicy", "alert-policy"),
    ALERT_CONDITION("AlertCondition", "alert-condition"),
    ALERT_TARGET("AlertNotificationTarget", "alert-target");

    private final String title;
    private final String refKind;

    Kind(String title, String refKind) {
        this.title = title;
        this.refKind = refKind;
    }

    /** As it stands in a file after {@code kind:}. */
    public String title() {
        return title;
    }

    /** Whether it is a kind of OpenSLO's, and not of Runside's own. */
    public boolean isOpenSlo() {
        return compareTo(DATA_SOURCE) > 0;
    }

    /** Whether documents of that version have it; a data source both have. */
    boolean isOf(String version) {
        return version.equals(OpenSloReader.VERSION)
                ? compareTo(DATA_SOURCE) >= 0
                : compareTo(DATA_SOURCE) <= 0;
    }

    public Ref ref(String name) {
        return new Ref(refKind, name);
    }

    public static Optional<Kind> find(String title) {
        return Arrays.stream(values()).filter(kind -> kind.title.equals(title)).findFirst();
    }
}

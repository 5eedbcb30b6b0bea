package dev.runside.server.web.frame;

/** Where in the navigation a page stands. */
public enum Section {
    NOW("Now", "/", "n"),
    FLOWS("Flows", "/flows", "f"),
    INCIDENTS("Incidents", "/incidents", "i"),
    RUNBOOKS("Runbooks", "/runbooks", "r"),
    CONNECT("Connect", "/connect", "c");

    private final String title;
    private final String path;
    private final String key;

    Section(String title, String path, String key) {
        this.title = title;
        this.path = path;
        this.key = key;
    }

    public String title() {
        return title;
    }

    public String path() {
        return path;
    }

    /** Pressed after g. */
    public String key() {
        return key;
    }
}

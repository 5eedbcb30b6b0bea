package dev.runside.server.web.frame;

import dev.runside.core.Ref;

/**
 * Who looks at the page.
 *
 * @param formToken what the page's acts carry; empty where a bearer token proves the caller
 */
public record Viewer(Ref person, String name, String formToken) {

    @Override
    public String toString() {
        return "Viewer[" + person + "]";
    }
}

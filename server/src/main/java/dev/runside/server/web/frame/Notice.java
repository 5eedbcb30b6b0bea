package dev.runside.server.web.frame;

/**
 * How an act ended, said at the top of the page.
 *
 * @param fix what can be done about it; empty when all is well
 */
public record Notice(boolean refused, String text, String fix) {

    public static Notice done(String text) {
        return new Notice(false, text, "");
    }

    public static Notice refused(String text, String fix) {
        return new Notice(true, text, fix);
    }
}

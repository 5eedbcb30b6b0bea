package dev.runside.server.web.flow;

/**
 * A hop as its box shows it.
 *
 * @param group the product it belongs to, or that it is shared
 * @param incident as in {@code suspect, incident #2}; empty when none is open
 * @param href the page with this hop chosen
 * @param chosen true when it is the one whose details are shown
 */
public record HopCard(
        String ref,
        String label,
        String group,
        String function,
        String owner,
        boolean owned,
        Health health,
        String incident,
        String href,
        boolean chosen) {

    /** What is read aloud. */
    public String spoken() {
        return label
                + ", "
                + function
                + ", owner "
                + owner
                + ", "
                + health.word()
                + (incident.isEmpty() ? "" : ", " + incident);
    }

    /** The text, cut so that it fits about so many pixels. */
    public static String fit(String text, int pixels, double letter) {
        int most = (int) (pixels / letter);
        return text.length() <= most
                ? text
                : text.substring(0, Math.max(1, most - 1)).strip() + "…";
    }
}

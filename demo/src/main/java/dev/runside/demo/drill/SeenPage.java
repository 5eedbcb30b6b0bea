package dev.runside.demo.drill;

import java.time.Instant;
import java.util.Set;

/**
 * What arrived at the pager.
 *
 * @param type page: somebody has to act; inform: nobody has to; emergency: Runside itself is out
 */
record SeenPage(
        String delivery,
        Instant receivedAt,
        String type,
        String incident,
        Set<String> to,
        String title) {

    boolean wakesSomebody() {
        return !type.equals("inform");
    }
}

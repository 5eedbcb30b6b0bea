package dev.runside.server.respond.pager;

import java.time.Instant;
import java.util.List;

/**
 * The body of a webhook.
 *
 * @param type page: somebody has to act; inform: nobody has to; emergency: Runside itself is out
 * @param page empty where none is about it
 */
public record PageEnvelope(
        String type,
        String page,
        String incident,
        long number,
        String title,
        String tier,
        List<String> to,
        String text,
        String url,
        Instant at) {}

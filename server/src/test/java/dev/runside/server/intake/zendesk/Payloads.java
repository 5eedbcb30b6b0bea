package dev.runside.server.intake.zendesk;

/** What Zendesk sends, in its form, with the fields that are read and some that are not. */
final class Payloads {

    private Payloads() {}

    static String created(String number, String tag) {
        return event(
                number, "created", "cbe4028c-7239-495d-b020-f22348516046", tag, "{\"meta\":{}}");
    }

    static String event(String number, String what, String id, String tag, String event) {
        return """
        {"account_id":22129848,"id":"%s","subject":"zen:ticket:%s","type":"zen:event-type:ticket.%s",
         "time":"2026-01-31T12:00:00.672717030Z","zendesk_event_version":"2022-11-06","event":%s,
         "detail":{"id":"%s","subject":"No mail for bob@mail.example.org","description":"Call me: +49 30 1234567.",
           "status":"OPEN","priority":"LOW","type":"TASK","requester_id":"8447388090494","tags":["%s"],
           "created_at":"2026-01-31T11:59:00Z","via":{"channel":"web_service"}}}
        """
                .formatted(id, number, what, event, number, tag);
    }
}

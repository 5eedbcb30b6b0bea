package dev.runside.demo.company;

/**
 * Something that somebody does to a service on purpose.
 *
 * @param id the same when it starts and when it is finished
 * @param version what runs afterwards
 * @param by who does it, as {@code user:name}
 */
record Change(String id, String service, String version, String summary, String by) {

    String subject() {
        return Company.subject(service);
    }
}

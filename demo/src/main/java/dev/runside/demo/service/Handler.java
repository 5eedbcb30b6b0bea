package dev.runside.demo.service;

/**
 * Answers one kind of request. What it throws is answered with 500, a database's failure with 503.
 */
@FunctionalInterface
public interface Handler {

    Answer answer(Request request) throws Exception;
}

package dev.runside.server.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What is wrong with one item of a request.
 *
 * @param index of the item in a batch, from 0
 * @param field the path of the field in it, as {@code attributes.state}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ItemError(int index, String field, String detail) implements ErrorItem {}

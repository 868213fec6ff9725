package dev.reroute.replay;

/**
 * Something that requests have in common, and how many requests that are.
 *
 * @param what what it is
 * @param requests how many
 * @param <T> its type
 */
public record Counted<T>(T what, long requests) {

}

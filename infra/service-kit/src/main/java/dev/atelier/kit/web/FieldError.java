package dev.atelier.kit.web;

/**
 * What is wrong with one part of a request.
 *
 * @param field the JSON path ({@code assignees[2]}), query parameter, path variable or header
 * @param message how it must be ("must be a UUID"), never the value that was sent
 */
public record FieldError(String field, String message) {}

package dev.atelier.kit.problem;

import java.util.Collection;

/** Looks up the HTTP methods that a path supports; one bean of this type serves the whole application. */
@FunctionalInterface
public interface RouteMethods {
    /** Returns the methods in upper case; empty where the path has no route. */
    Collection<String> at(String path);
}

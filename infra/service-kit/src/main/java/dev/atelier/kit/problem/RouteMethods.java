package dev.atelier.kit.problem;

import java.util.Collection;

/** Which methods there are at a path; a bean of this type answers for the whole application. */
@FunctionalInterface
public interface RouteMethods {
    /** In upper case; none where the path has no route. */
    Collection<String> at(String path);
}

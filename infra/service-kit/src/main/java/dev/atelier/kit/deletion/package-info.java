/**
 * Deletes the data of a deleted workspace, project or action in small steps, by one instance at a time; another
 * instance continues where that one dies.
 */
@NullMarked
package dev.atelier.kit.deletion;

import org.jspecify.annotations.NullMarked;

/** Benchmarks of workspace-service: invitations, lists and removal. */
@NullMarked
package dev.atelier.bench.workspace;

import org.jspecify.annotations.NullMarked;

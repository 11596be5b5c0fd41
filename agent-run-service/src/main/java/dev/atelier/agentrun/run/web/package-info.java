/** The HTTP API of runs: start, list, read, cancel, and the stream of server-sent events. */
@NullMarked
package dev.atelier.agentrun.run.web;

import org.jspecify.annotations.NullMarked;

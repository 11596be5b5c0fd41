/** OpenAI-compatible endpoints: requests, streamed and whole answers, and everything that goes wrong with them, each within limits. */
@NullMarked
package dev.atelier.agentrun.model.completions;

import org.jspecify.annotations.NullMarked;

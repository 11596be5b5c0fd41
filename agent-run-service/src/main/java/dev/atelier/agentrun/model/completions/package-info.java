/** Client of OpenAI-compatible endpoints: requests, streamed and whole answers, and errors, all within limits. */
@NullMarked
package dev.atelier.agentrun.model.completions;

import org.jspecify.annotations.NullMarked;

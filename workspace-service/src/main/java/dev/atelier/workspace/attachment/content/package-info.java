/** What files hold: received on disk, told apart by what is in it, kept, and swept where no file came of it. */
@NullMarked
package dev.atelier.workspace.attachment.content;

import org.jspecify.annotations.NullMarked;

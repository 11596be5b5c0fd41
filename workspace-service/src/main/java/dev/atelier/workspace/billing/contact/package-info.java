/** To whom and where the bills of a workspace go. */
@NullMarked
package dev.atelier.workspace.billing.contact;

import org.jspecify.annotations.NullMarked;

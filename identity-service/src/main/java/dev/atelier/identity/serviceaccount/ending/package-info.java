/** What else ends service accounts than their manager: an operator, the end of their membership, the deletion of their workspace. */
@NullMarked
package dev.atelier.identity.serviceaccount.ending;

import org.jspecify.annotations.NullMarked;

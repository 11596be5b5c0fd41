/** Reports of projects and runs as printable PDF files, stored and available in the app. */
@NullMarked
package dev.atelier.report;

import org.jspecify.annotations.NullMarked;

/** What people take away: reports of projects and runs, made for print, stored and read. */
@NullMarked
package dev.atelier.report;

import org.jspecify.annotations.NullMarked;

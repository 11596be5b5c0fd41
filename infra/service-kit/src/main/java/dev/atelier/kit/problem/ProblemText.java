package dev.atelier.kit.problem;

import java.util.List;

/**
 * The texts of a problem, all in one language.
 *
 * @param errors what is wrong with parts of the request; empty where there is nothing
 */
record ProblemText(ProblemLanguage language, String title, String detail, List<InvalidField> errors) {}

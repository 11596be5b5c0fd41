package dev.atelier.kit.problem;

import java.util.List;

/**
 * What a problem says, all of it in one language.
 *
 * @param errors what is wrong with parts of the request; empty where that is not the matter
 */
record ProblemText(ProblemLanguage language, String title, String detail, List<InvalidField> errors) {}

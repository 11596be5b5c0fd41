<#ftl output_format="plainText">
${msg("noAccountBody", link!"")}

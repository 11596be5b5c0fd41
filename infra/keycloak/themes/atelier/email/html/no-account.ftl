<#import "template.ftl" as layout>
<@layout.emailLayout>
${kcSanitize(msg("noAccountBodyHtml", link!""))?no_esc}
</@layout.emailLayout>

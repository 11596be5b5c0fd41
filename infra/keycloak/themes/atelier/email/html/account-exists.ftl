<#import "template.ftl" as layout>
<@layout.emailLayout>
${kcSanitize(msg("accountExistsBodyHtml", link!""))?no_esc}
</@layout.emailLayout>

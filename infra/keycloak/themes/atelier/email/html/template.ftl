<#-- Keycloak's mails in Atelier's clothes: what its templates print comes in the middle. -->
<#macro emailLayout>
<!DOCTYPE html>
<html lang="${locale.language}" dir="${(ltr)?then('ltr','rtl')}">
<head>
    <meta charset="UTF-8"/>
    <meta name="viewport" content="width=device-width"/>
    <title>Atelier</title>
</head>
<body style="margin: 0; padding: 24px; background: #f4f5f7; color: #1c2430; font: 16px/1.5 Helvetica, Arial, sans-serif">
<table role="presentation" style="max-width: 560px; margin: 0 auto; background: #ffffff; border-collapse: collapse; border-top: 4px solid #3a5a8c">
    <tr>
        <td style="padding: 20px 28px 0; color: #3a5a8c; font-size: 22px; font-weight: bold">Atelier</td>
    </tr>
    <tr>
        <#-- Keycloak's sanitizer leaves the & of links bare. -->
        <#assign told><#nested></#assign>
        <td style="padding: 8px 28px 24px">${told?markup_string?replace("&(?!amp;|lt;|gt;|quot;|nbsp;|#[0-9]+;|#x[0-9a-fA-F]+;)", "&amp;", "r")?no_esc}</td>
    </tr>
    <tr>
        <td style="padding: 12px 28px 20px; color: #5b6472; font-size: 13px">${msg("mailFooter")}</td>
    </tr>
</table>
</body>
</html>
</#macro>

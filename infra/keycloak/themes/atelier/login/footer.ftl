<#-- Below every page: the languages as links, which work by keyboard and keep nobody from the form, and the operator's documents. -->
<#macro content>
    <div class="atelier-footer">
        <#if realm.internationalizationEnabled && locale?? && locale.supported?size gt 1>
            <nav aria-label="${msg("languages")}">
                <#list locale.supported as one>
                    <a href="${one.url}" lang="${one.languageTag}" hreflang="${one.languageTag}"
                       <#if one.languageTag == locale.currentLanguageTag>aria-current="true"</#if>>${one.label}</a>
                </#list>
            </nav>
        </#if>
        <#if properties.atelierPublicUrl?has_content>
            <#assign documents = properties.atelierPublicUrl + "/api/public/legal-documents/">
            <#assign language = (locale.currentLanguageTag)!"en">
            <nav aria-label="${msg("legalDocuments")}">
                <a href="${documents}TERMS/page?language=${language?upper_case}" target="_blank" rel="noopener">${msg("legalTerms")}</a>
                <a href="${documents}PRIVACY_POLICY/page?language=${language?upper_case}" target="_blank" rel="noopener">${msg("legalPrivacy")}</a>
            </nav>
        </#if>
    </div>
</#macro>

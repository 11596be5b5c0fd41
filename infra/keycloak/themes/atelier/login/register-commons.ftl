<#-- Keycloak's registration page calls this below the fields: here stands what people confirm (I1). -->
<#macro termsAcceptance>
    <#if businessUseVersion??>
        <#assign businessUseError = messagesPerField.existsError('businessUse')>
        <div class="${properties.kcFormGroupClass}">
            <label for="businessUse" class="atelier-agreement">
                <input type="checkbox" id="businessUse" name="businessUse" value="on" required
                       aria-invalid="${businessUseError?c}"
                       <#if businessUseError>aria-describedby="input-error-businessUse"</#if>
                       <#if ((register.formData.businessUse)!'') == 'on'>checked</#if>/>
                <span>${msg("businessUse." + businessUseVersion)}
                    <span class="${properties.kcInputRequiredClass}" aria-hidden="true">&#42;</span></span>
            </label>
            <#if businessUseError>
                <div class="${properties.kcFormHelperTextClass}" aria-live="polite">
                    <span id="input-error-businessUse" class="${properties.kcInputErrorMessageClass}">${messagesPerField.get('businessUse')}</span>
                </div>
            </#if>
        </div>
    </#if>
</#macro>

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Proposals.Web.Pages.Shared;

namespace Proposals.Web.Face;

/// <summary>What the framework says about a wrong value, in the person's language, without a message on every attribute.</summary>
internal sealed class ValidationWords(IStringLocalizer<SharedText> text) : IConfigureOptions<MvcOptions>, IConfigureOptions<MvcDataAnnotationsLocalizationOptions>
{
    public void Configure(MvcOptions options)
    {
        // What must be filled in says [Required]; otherwise every non-null string would be required in silence.
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        options.ModelMetadataDetailsProviders.Add(new DefaultMessages());
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => text["Validation_InvalidValue", value, field]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => text["Validation_Invalid", value]);
        messages.SetUnknownValueIsInvalidAccessor(field => text["Validation_InvalidFor", field]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => text["Validation_InvalidHere"]);
        messages.SetValueIsInvalidAccessor(value => text["Validation_Invalid", value]);
        messages.SetValueMustBeANumberAccessor(field => text["Validation_Number", field]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => text["Validation_NumberHere"]);
        messages.SetValueMustNotBeNullAccessor(_ => text["Validation_Missing"]);
        messages.SetMissingBindRequiredValueAccessor(field => text["RequiredAttribute", field]);
        messages.SetMissingKeyOrValueAccessor(() => text["Validation_Missing"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => text["Validation_Missing"]);
    }

    public void Configure(MvcDataAnnotationsLocalizationOptions options) =>
        options.DataAnnotationLocalizerProvider = (type, factory) => SliceText.For(type, factory);

    private sealed class DefaultMessages : IValidationMetadataProvider
    {
        /// <summary>An attribute without words of its own takes the text named after it; StringLength with a minimum says both ends.</summary>
        public void CreateValidationMetadata(ValidationMetadataProviderContext context)
        {
            foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
                if (attribute is { ErrorMessage: null, ErrorMessageResourceName: null } and not DataTypeAttribute)
                    attribute.ErrorMessage = attribute is StringLengthAttribute { MinimumLength: > 0 } ? "StringLengthAttribute_Minimum" : attribute.GetType().Name;
        }
    }
}

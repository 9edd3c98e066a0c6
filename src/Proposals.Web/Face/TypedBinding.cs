using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Persistence;
using Proposals.Web.Pages.Shared;

namespace Proposals.Web.Face;

/// <summary>What a form or an address says, made fit to be kept and to be shown again. A password stays as it was typed.</summary>
internal sealed class TypedBinding : IModelBinderProvider
{
    private const string Password = nameof(System.ComponentModel.DataAnnotations.DataType.Password);

    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var from = context.BindingInfo.BindingSource;
        if (from is not null && (!from.IsFromRequest || from == BindingSource.Body || from == BindingSource.Header))
            return null;
        var type = context.Metadata.UnderlyingOrModelType;
        var inner = new SimpleTypeModelBinder(context.Metadata.ModelType, context.Services.GetRequiredService<ILoggerFactory>());
        if (type == typeof(string))
            return context.Metadata.DataTypeName == Password ? null : new Words(inner);
        if (type == typeof(DateOnly))
            return new Day(inner, context.Services.GetRequiredService<IStringLocalizer<SharedText>>());
        return type == typeof(bool) ? new Tick(inner) : null;
    }

    /// <summary>Without what nobody can see and no database, paper or list can keep.</summary>
    private sealed class Words(SimpleTypeModelBinder inner) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await inner.BindModelAsync(bindingContext);
            if (bindingContext.Result.Model is not string typed)
                return;
            var plain = PlainText.Of(typed);
            if (ReferenceEquals(plain, typed))
                return;

            // A form that is shown again shows what was understood.
            var kept = bindingContext.ModelMetadata.ConvertEmptyStringToNull && string.IsNullOrWhiteSpace(plain) ? null : plain;
            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, kept, kept);
            bindingContext.Result = ModelBindingResult.Success(kept);
        }
    }

    /// <summary>A year that no office knows is a mistake of the form, before any term counts from it.</summary>
    private sealed class Day(SimpleTypeModelBinder inner, IStringLocalizer<SharedText> text) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await inner.BindModelAsync(bindingContext);
            if (bindingContext.Result.Model is not DateOnly day || OfficeYears.Hold(day))
                return;
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, text["Validation_Year", OfficeYears.First, OfficeYears.Last]);
            bindingContext.Result = ModelBindingResult.Failed();
        }
    }

    /// <summary>What is neither yes nor no is a mistake; but a tick box that is shown again cannot draw it.</summary>
    private sealed class Tick(SimpleTypeModelBinder inner) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await inner.BindModelAsync(bindingContext);
            if (bindingContext.ModelState.GetFieldValidationState(bindingContext.ModelName) == ModelValidationState.Invalid)
                bindingContext.ModelState.SetModelValue(bindingContext.ModelName, null, null);
        }
    }
}

//! All kinds of changes.

use std::fmt;

use serde::{Serialize, Serializer};

/// The effect of a change on programs that use the generated code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Only texts differ.
    Documentation,
    /// There is something new, and nothing that exists is affected.
    Addition,
    /// Programs compile, but send other requests or get other responses.
    BreaksBehavior,
    /// Programs that use the item do not compile.
    BreaksCallers,
}

impl Verdict {
    /// All verdicts, the worst first.
    pub const ALL: [Self; 4] = [
        Self::BreaksCallers,
        Self::BreaksBehavior,
        Self::Addition,
        Self::Documentation,
    ];

    /// Whether the change is breaking.
    #[must_use]
    pub fn is_breaking(self) -> bool {
        self >= Self::BreaksBehavior
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::BreaksCallers => "breaks callers",
            Self::BreaksBehavior => "breaks behavior",
            Self::Addition => "addition",
            Self::Documentation => "documentation",
        })
    }
}

macro_rules! kinds {
    ($($verdict:ident { $($(#[doc = $meaning:literal])+ $kind:ident = $name:literal: $advice:literal,)+ })+) => {
        /// Kind of a change. Its name is stable, for use by tools.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum ChangeKind {
            $($(
                #[doc = concat!("`", $name, "`:")]
                $(#[doc = $meaning])+
                $kind,
            )+)+
        }

        impl ChangeKind {
            /// All kinds.
            pub const ALL: &[Self] = &[$($(Self::$kind),+),+];

            /// The name: `field-removed`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $($(Self::$kind => $name,)+)+
                }
            }

            /// The effect on programs.
            #[must_use]
            pub const fn verdict(self) -> Verdict {
                match self {
                    $($(Self::$kind)|+ => Verdict::$verdict,)+
                }
            }

            /// Instructions for callers; empty if they need not do anything.
            #[must_use]
            pub const fn advice(self) -> &'static str {
                match self {
                    $($(Self::$kind => $advice,)+)+
                }
            }
        }
    };
}

kinds! {
    BreaksCallers {
        // Operations.

        /// an operation, and with it a method of the client, is gone.
        OperationRemoved = "operation-removed": "Remove the calls: the service no longer offers the operation.",
        /// an operation no longer takes a kind of body, which has a method of its own.
        BodyRemoved = "body-removed": "Send another kind of body, with the method for it.",
        /// the method of an operation has another name.
        OperationRenamed = "operation-renamed": "Call the method by its new name.",
        /// a Cargo feature is gone, or an operation is behind another one.
        Feature = "feature": "Enable the new feature, if there is one.",
        /// the pages of an operation can no longer be streamed.
        PagingRemoved = "paging-removed": "Use a single response instead of the stream.",
        /// the stream of pages has items of another type.
        PagingType = "paging-type": "Read the new type from the stream.",

        // Inputs of operations.

        /// an operation requires an input that it did not have.
        RequiredInput = "required-input": "Pass a value for it.",
        /// an optional input is required now: the setter became an argument.
        InputRequired = "input-required": "Pass the value as an argument.",
        /// a required input is optional now: the argument became a setter.
        InputOptional = "input-optional": "Remove the argument, and set the value with the setter of the same name.",
        /// an input is gone.
        InputRemoved = "input-removed": "Remove the value: the service no longer takes it.",
        /// a body is passed as its properties instead of as one value, or the other way round.
        BodyInputs = "body-inputs": "Pass the body by its new inputs.",
        /// an input has another name in Rust.
        InputRenamed = "input-renamed": "Use the new name.",
        /// an input has another type.
        InputType = "input-type": "Pass a value of the new type.",
        /// an optional input may be null now. Its setter takes the same values as before.
        InputNullable = "input-nullable": "Handle null where the field of the request is read or set: the setter still takes the same values.",
        /// the arguments of a method are in another order.
        InputsReordered = "inputs-reordered": "Pass the arguments in the new order.",

        // Responses.

        /// a successful call returns another type.
        ResponseType = "response-type": "Read the new type.",
        /// the errors of an operation have another type of body.
        ErrorType = "error-type": "Read the new type from the error.",
        /// a status that has a variant in the response's enum is gone.
        StatusRemoved = "status-removed": "Remove the variant from `match` expressions.",
        /// the response of a status has another type.
        StatusType = "status-type": "Read the new type from the variant.",

        // Types.

        /// a type is gone.
        TypeRemoved = "type-removed": "Remove its uses.",
        /// a type has another name.
        TypeRenamed = "type-renamed": "Use the new name.",
        /// a type is in another module.
        TypeMoved = "type-moved": "Import it from the new module.",
        /// a type became another kind of type, such as an enumeration instead of an object.
        TypeKind = "type-kind": "Use the new type.",
        /// a type no longer has a constructor and setters, because it is no longer sent.
        ConstructorRemoved = "constructor-removed": "Do not build values of it: the service no longer takes them.",

        // Fields.

        /// a field is gone.
        FieldRemoved = "field-removed": "Remove its uses.",
        /// a field has another name in Rust.
        FieldRenamed = "field-renamed": "Use the new name.",
        /// a field has another type.
        FieldType = "field-type": "Use the new type.",
        /// a field that may be absent is always present now.
        FieldPresent = "field-present": "Use the value without `Option`.",
        /// a field that is always present may be absent now.
        FieldAbsent = "field-absent": "Handle the absent value where the field is read.",
        /// an optional field of a type with a constructor is required now: the setter became an argument.
        FieldRequired = "field-required": "Pass the value to the constructor, and read it without `Option`.",
        /// a required field of a type with a constructor is optional now: the argument became a setter.
        FieldOptional = "field-optional": "Remove the argument of the constructor, and set the value with the setter of the same name.",
        /// the unions with a type select it by another number of values, so that its constructor no longer takes the discriminator, or
        /// takes it again.
        FieldConstant = "field-constant": "Remove the argument of the constructor, or pass it again.",
        /// the constructor of a type requires a field that did not exist.
        RequiredField = "required-field": "Pass a value for it to the constructor.",
        /// the arguments of a constructor are in another order.
        FieldsReordered = "fields-reordered": "Pass the arguments of the constructor in the new order.",
        /// an object no longer allows additional properties.
        AdditionalRemoved = "additional-removed": "Remove the uses of the field.",

        // Enumerations and unions.

        /// an enumeration no longer lists a value.
        ValueRemoved = "value-removed": "Remove the variant; if the service still sends the value, it is the variant for unknown values.",
        /// a variant has another name.
        VariantRenamed = "variant-renamed": "Use the new name.",
        /// a union no longer lists an alternative.
        VariantRemoved = "variant-removed": "Remove the variant.",
        /// a variant holds another type.
        VariantType = "variant-type": "Use the new type.",

        // The client.

        /// a setting of the client is gone.
        SettingRemoved = "setting-removed": "Remove it where the client is built.",
        /// a setting has another name.
        SettingRenamed = "setting-renamed": "Use the new name.",
        /// a setting has other arguments.
        SettingType = "setting-type": "Pass the new arguments.",
    }
    BreaksBehavior {
        /// an operation is sent to another path, or with another method.
        Route = "route": "Nothing changes in code; check that the operation still does the same.",
        /// an operation has another `operationId`, but the same method.
        OperationId = "operation-id": "Use the new `operationId` in calls by name, which are `Client::call_json`.",
        /// an operation is sent to another server.
        OperationServer = "operation-server": "Nothing changes in code; check proxies and allowed hosts.",
        /// the pages of an operation are followed by other fields.
        Paging = "paging": "Nothing changes in code.",
        /// failed calls of an operation are repeated in other cases, or recognized by another key.
        Idempotency = "idempotency": "Check that repeated requests have no second effect.",
        /// an operation has other security requirements.
        OperationSecurity = "operation-security": "Check that the client has the credentials, and that the service does not need those that are no longer sent.",
        /// an operation takes other headers of the client.
        ClientHeaders = "client-headers": "Nothing changes in code; check the effect of the headers that are sent or no longer sent.",
        /// an input is sent in another place: in the query instead of a header.
        InputLocation = "input-location": "Nothing changes in code; check what logs and proxies see of it.",
        /// an input, a field or a value has another name in requests and responses, but not in Rust.
        WireName = "wire-name": "Nothing changes in code; check stored JSON, and use the new name in calls by name.",
        /// an input is written in another style.
        InputStyle = "input-style": "Nothing changes in code.",
        /// arguments of the same type are in another order.
        InputsSwapped = "inputs-swapped": "Swap the arguments: programs compile without this, but send wrong values.",
        /// an input has the name that another one of the same type had.
        InputNamesSwapped = "input-names-swapped": "Keep the order of the arguments, and use the new names of fields and in calls by name.",
        /// arguments of the same type of a constructor are in another order.
        FieldsSwapped = "fields-swapped": "Swap the arguments of the constructor: programs compile without this, but send wrong values.",
        /// a value that is not sent has another effect.
        Default = "default": "Set the value where the old default is needed.",
        /// the service accepts fewer values.
        LimitTightened = "limit-tightened": "Check the values that are sent.",
        /// the service no longer takes a field.
        ReadOnly = "read-only": "Do not set it: the service ignores or rejects it.",
        /// responses no longer contain a field.
        WriteOnly = "write-only": "Do not read it: it is always absent.",
        /// a boolean constant has the other value, or a constructor sets another value of the discriminator.
        Constant = "constant": "Check code that sends or expects the old value.",
        /// values that fit two alternatives of a union are read as the other one, which is listed first now.
        VariantPrecedes = "variant-precedes": "Match this variant, too: values that fit both are read as it.",
        /// a body is sent as another media type.
        BodyMediaType = "body-media-type": "Nothing changes in code, unless a recorded request is compared.",
        /// a form of which no field is set is sent empty instead of not at all, or the other way round.
        BodySent = "body-sent": "Nothing changes in code, unless a recorded request is compared.",
        /// other media types are accepted as responses.
        ResponseMediaType = "response-media-type": "Check how the content is read.",
        /// other redirects are responses, which are not followed.
        Redirects = "redirects": "Check the handling of the response.",
        /// another property distinguishes the alternatives of a union, or other values do.
        Discriminator = "discriminator": "Nothing changes in code; check stored JSON.",
        /// an error body has another status, message or kind.
        ErrorMembers = "error-members": "Check the handling of errors.",
        /// building a client without the setting is an error now.
        SettingRequired = "setting-required": "Give a value where the client is built.",
        /// a setting is read from another environment variable.
        EnvironmentVariable = "environment-variable": "Set the new variable.",
        /// credentials are sent in another way.
        SecurityScheme = "security-scheme": "Set the credentials for the new scheme.",
        /// the operations that declare none have other security requirements.
        Security = "security": "Check that the client has the credentials, and that the service does not need those that are no longer sent.",
        /// the default base URL is another one.
        BaseUrl = "base-url": "Set the base URL where the old one is needed.",
    }
    Addition {
        /// there is a new operation.
        OperationAdded = "operation-added": "",
        /// an operation has a new optional input.
        OptionalInput = "optional-input": "",
        /// the pages of an operation can be streamed.
        PagingAdded = "paging-added": "",
        /// the response's enum has a variant for another status.
        StatusAdded = "status-added": "",
        /// there is a new type.
        TypeAdded = "type-added": "",
        /// a type has a constructor and setters, because it is sent now.
        ConstructorAdded = "constructor-added": "",
        /// a type has a new field.
        FieldAdded = "field-added": "",
        /// an object allows additional properties.
        AdditionalAdded = "additional-added": "",
        /// an enumeration lists another value.
        ValueAdded = "value-added": "",
        /// a union has another alternative.
        VariantAdded = "variant-added": "",
        /// other values of the discriminator select an alternative, too.
        DiscriminatorValueAdded = "discriminator-value-added": "",
        /// the client has a new optional setting.
        SettingAdded = "setting-added": "",
        /// other credentials are accepted, and all that were sent still are.
        SecurityLoosened = "security-loosened": "",
        /// a setting that was required is optional now.
        SettingOptional = "setting-optional": "",
        /// a Cargo feature is new.
        FeatureAdded = "feature-added": "",
        /// something is deprecated, so that its uses are reported by the compiler.
        Deprecated = "deprecated": "Prepare for its removal.",
    }
    Documentation {
        /// a description is another one.
        Description = "description": "",
        /// the service accepts more values, or responses have other limits.
        Limit = "limit": "",
        /// a response has another status, with the same type.
        Status = "status": "",
        /// something is no longer deprecated.
        DeprecationRemoved = "deprecation-removed": "",
        /// the title or the version of the API.
        Version = "version": "",
    }
}

impl fmt::Display for ChangeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for ChangeKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

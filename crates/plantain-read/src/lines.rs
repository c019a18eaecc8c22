//! Lines of printed pieces and signs that were cut, joined or given the wrong part while the words were read one by one.

mod authors;
mod choices;
mod emblems;
mod hosts;
mod missing;
mod names;
mod passes;
mod phones;
mod sentences;
pub(crate) mod signs;
mod tags;
mod vocative;

use crate::Brief;

/// Who wrote it, what it is called, and who is spoken to: before the names of entities are read.
pub(crate) fn people(brief: &mut Brief) {
    authors::settle(brief);
    names::settle(brief);
    vocative::settle(brief);
}

/// Notices, sentences, phone numbers, passes and signs: when all other texts have their roles.
pub(crate) fn settle(brief: &mut Brief) {
    missing::settle(brief);
    sentences::settle(brief);
    phones::settle(brief);
    passes::settle(brief);
    choices::settle(brief);
    hosts::settle(brief);
    tags::settle(brief);
    signs::settle(brief);
    emblems::settle(brief);
}

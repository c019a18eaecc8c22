//! What `eval` takes.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub struct EvalArgs {
    #[command(subcommand)]
    pub command: EvalCommand,
}

#[derive(Debug, Subcommand)]
pub enum EvalCommand {
    /// How many of the texts asked for an OCR program finds, and whether the others were drawn. Needs tesseract.
    ///
    /// Each picture is read from its pixels alone, until all its texts are found: enlarged two to four times, in several page
    /// modes, dark on light and light on dark, in luma, single channels and contrast with the ground around, with one
    /// threshold for the page and with local ones, turned, and unrolled around the middle. A text is found when all its words
    /// were read letter for letter and stand together; case, line breaks, lost spaces and kinds of quotes and dashes don't
    /// count. Texts with a figure may stand in two or three parts in one row or column, as labels and values do. What is found
    /// of each prompt's texts on the next prompt's picture is printed as the level of chance. "Drawn" is told by the glyphs of
    /// the scene, apart from all this.
    Text(EvalTextArgs),
    /// How many instructions change the scene as they ask, and nothing else that is checked.
    Edit(EvalEditArgs),
}

#[derive(Debug, Args)]
pub struct EvalEditArgs {
    /// Edits, a JSON object a line: id, source_prompt, instruction, and expect with texts, absent_texts, counts, keep,
    /// checks, background, aspect, style, chart, refused.
    pub edits: PathBuf,
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct EvalTextArgs {
    /// Prompts, a JSON object a line: id, prompt, width, height, lang, expect.texts.
    pub prompts: PathBuf,
    /// Only the first so many.
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

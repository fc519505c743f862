-- One JSON document per line in, one per line out; started once for many articles.
-- Documents are never merged: year suffixes and numbers belong to one article alone.

local MATHML = {html_math_method = 'mathml', wrap_text = 'none'}
local HTML = {wrap_text = 'none'}

local MODES = {
  parenthetical = 'NormalCitation',
  narrative = 'AuthorInText',
  suppress_author = 'SuppressAuthor',
}

-- Plain text as words and spaces; "p. 3" must not be one word, or no locator is found in it.
local function inlines(text)
  local list = pandoc.List{}
  for space, word in text:gmatch('(%s*)(%S*)') do
    if space ~= '' then list:insert(pandoc.Space()) end
    if word ~= '' then list:insert(pandoc.Str(word)) end
  end
  return list
end

local function suffix(text)
  if text == '' then return pandoc.List{} end
  return inlines(', ' .. text)
end

local function citation(item)
  return pandoc.Citation(item.key, MODES[item.mode], inlines(item.prefix), suffix(item.suffix))
end

local function cluster(items)
  return pandoc.Plain{pandoc.Cite({pandoc.Str '?'}, pandoc.List(items):map(citation))}
end

-- An entry that cannot be read is left out and named, so that one slip spoils one reference.
local function read_entries(entries)
  local found, unreadable = pandoc.List{}, {}
  local texts = pandoc.List(entries):map(function(entry) return entry.text end)
  local is_fine, document = pcall(pandoc.read, table.concat(texts, '\n'), 'biblatex')
  if is_fine then return document.meta.references or found, unreadable end
  for _, entry in ipairs(entries) do
    local is_read, one = pcall(pandoc.read, entry.text, 'biblatex')
    if is_read then
      found:extend(one.meta.references or {})
    elseif entry.key then
      table.insert(unreadable, entry.key)
    end
  end
  return found, unreadable
end

local function read_bibliography(request)
  if (request.csljson or '') ~= '' then
    local is_fine, document = pcall(pandoc.read, request.csljson, 'csljson')
    return is_fine and document.meta.references or pandoc.List{}, {}
  end
  return read_entries(request.entries or {})
end

local function reference(div)
  return {
    key = div.identifier:gsub('^ref%-', '', 1),
    html = pandoc.write(pandoc.Pandoc(div.content), 'html', HTML),
  }
end

-- Family names of authors, else editors, for numbered styles: "as Smith and Lee [3] found".
local function names(document)
  local found = {}
  for _, work in ipairs(pandoc.utils.references(document)) do
    local people = work.author or work.editor or {}
    found[work.id] = pandoc.List(people):map(function(person)
      local particle = person['non-dropping-particle']
      local family = person.family or person.literal or ''
      return particle and (particle .. ' ' .. family) or family
    end)
  end
  return found
end

-- What an author noted about a work is not for readers; abstracts belong to their publishers.
local PRIVATE = {'abstract', 'annote', 'keyword', 'note'}

-- Works as readers may take them away: CSL JSON and BibLaTeX.
local function exported(references, keys)
  local works = references:filter(function(work)
    return keys[pandoc.utils.stringify(work.id)]
  end)
  for _, work in ipairs(works) do
    for _, field in ipairs(PRIVATE) do work[field] = nil end
  end
  local document = pandoc.Pandoc({}, {references = works})
  return {
    csljson = pandoc.write(document, 'csljson'),
    biblatex = pandoc.write(document, 'biblatex', {wrap_text = 'none'}),
  }
end

-- The article itself, as others are asked to cite it.
local function own_work(request)
  if (request.own or '') == '' then return {} end
  local works = pandoc.read(request.own, 'csljson').meta.references
  return exported(works, {[pandoc.utils.stringify(works[1].id)] = true})
end

local function cited_keys(request)
  local keys = {}
  for _, items in ipairs(request.clusters) do
    for _, item in ipairs(items) do keys[item.key] = true end
  end
  return keys
end

local function cite(request)
  if #(request.clusters or {}) == 0 then return {}, {}, {}, {}, {} end
  local references, unreadable = read_bibliography(request)
  local blocks = pandoc.List(request.clusters):map(cluster)
  blocks:insert(pandoc.Div({}, pandoc.Attr('refs')))
  local meta = {
    references = references,
    lang = pandoc.MetaString(request.lang),
    csl = pandoc.MetaString(request.csl),
    ['link-citations'] = true,
  }
  local document = pandoc.Pandoc(blocks, meta)
  local done = pandoc.utils.citeproc(document).blocks
  local list = done:remove()
  local clusters = done:map(function(block)
    return pandoc.write(pandoc.Pandoc{block}, 'html', HTML)
  end)
  local works = exported(references, cited_keys(request))
  return clusters, list.content:map(reference), unreadable, names(document), works
end

local function formula(item)
  local kind = item.display and 'DisplayMath' or 'InlineMath'
  local math = pandoc.Plain{pandoc.Math(kind, item.tex)}
  local html = pandoc.write(pandoc.Pandoc{math}, 'html', MATHML)
  return html:sub(1, 5) == '<math' and html or ''
end

local function answer(line)
  local request = pandoc.json.decode(line, false)
  local clusters, references, unreadable, people, works = cite(request)
  local formulas = pandoc.List(request.formulas or {}):map(formula)
  return {
    clusters = clusters,
    references = references,
    unreadable = unreadable,
    names = people,
    formulas = formulas,
    works = works,
    own = own_work(request),
  }
end

for line in io.lines() do
  local messages, is_fine, result
  messages = pandoc.log.silence(function()
    is_fine, result = pcall(answer, line)
  end)
  if not is_fine then result = {error = tostring(result)} end
  io.write(pandoc.json.encode(result), '\n')
  io.flush()
end

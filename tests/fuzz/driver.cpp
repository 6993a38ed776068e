// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target without libFuzzer: the given files, or many inputs that are made of them, always the same ones.
//
//   fuzz_x FILE…
//   fuzz_x --runs N [--small BYTES] [--longest BYTES] [--dictionary FILE] FILE-OR-FOLDER…
//
// With --runs: nothing, each file, each small file cut off at every place, and N changed or joined ones. The dictionary
// is one of libFuzzer: "text" on each line, with \xNN for bytes. When a promise is broken, a sanitizer complains or an
// input takes a minute, it is printed as a command that repeats it.
#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <unistd.h>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
// Of the sanitizers; null where the program has none.
extern "C" [[gnu::weak]] void __sanitizer_set_death_callback(void (*callback)());

namespace {

constexpr unsigned longestTime = 60; // seconds; hundreds of times of what the slowest input needs

const char *program = "";

struct Current
{
    const uint8_t *data = nullptr;
    size_t size = 0;
    unsigned long number = 0;
};
Current current;

// Nothing is allocated here: the heap may be what is broken.
void printCurrent()
{
    const uint8_t *const data = current.data;
    if (!data)
        return;
    current.data = nullptr; // once
    std::fprintf(stderr, "%s: input %lu, %zu bytes. To repeat it:\nprintf '", program, current.number, current.size);
    for (size_t i = 0; i < current.size; ++i) {
        const uint8_t c = data[i];
        if (c >= 0x20 && c < 0x7F && c != '\'' && c != '\\' && c != '%')
            std::fputc(c, stderr);
        else
            std::fprintf(stderr, "\\%03o", static_cast<unsigned>(c));
    }
    std::fprintf(stderr, "' >input && %s input\n", program);
}

void handleSignal(int signal)
{
    if (signal == SIGALRM)
        std::fprintf(stderr, "an input takes more than %u s\n", longestTime);
    printCurrent();
    const int end = signal == SIGALRM ? SIGABRT : signal;
    std::signal(end, SIG_DFL);
    std::raise(end);
}

void watch()
{
    std::signal(SIGABRT, handleSignal);
    std::signal(SIGALRM, handleSignal);
    if (__sanitizer_set_death_callback) {
        __sanitizer_set_death_callback(printCurrent); // it has handlers of its own, that know more
        return;
    }
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL})
        std::signal(signal, handleSignal);
}

void run(const std::string &input)
{
    // Of exactly its size, so that a sanitizer sees who reads beyond it.
    const auto bytes = std::make_unique<uint8_t[]>(input.size());
    std::copy(input.begin(), input.end(), bytes.get());
    current.data = bytes.get();
    current.size = input.size();
    ++current.number;
    alarm(longestTime);
    LLVMFuzzerTestOneInput(bytes.get(), input.size());
    alarm(0);
    current.data = nullptr;
}

[[noreturn]] void fail(const std::string &why)
{
    std::fprintf(stderr, "%s: %s\n", program, why.c_str());
    std::exit(2);
}

std::string contentOf(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        fail("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Of files and folders, in an order that is always the same.
std::vector<std::string> contentsOf(const std::vector<std::string> &places)
{
    std::vector<std::string> contents;
    for (const std::string &place : places) {
        if (!std::filesystem::is_directory(place)) {
            contents.push_back(contentOf(place));
            continue;
        }
        std::vector<std::filesystem::path> files;
        for (const auto &entry : std::filesystem::directory_iterator(place))
            files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        for (const auto &file : files)
            contents.push_back(contentOf(file));
    }
    return contents;
}

std::vector<std::string> wordsOf(const std::string &dictionary)
{
    std::vector<std::string> words;
    std::ifstream file(dictionary);
    if (!file)
        fail("cannot read " + dictionary);
    for (std::string line; std::getline(file, line);) {
        const size_t begin = line.find('"');
        const size_t end = line.rfind('"');
        if (line.empty() || line.front() == '#' || begin == end)
            continue;
        std::string word;
        for (size_t i = begin + 1; i < end; ++i) {
            if (line[i] == '\\' && line[i + 1] == 'x' && i + 3 < end) {
                word += static_cast<char>(std::stoi(line.substr(i + 2, 2), nullptr, 16));
                i += 3;
            } else {
                i += line[i] == '\\' ? 1 : 0;
                word += line[i];
            }
        }
        words.push_back(word);
    }
    return words;
}

// Makes inputs of seeds. Not as clever as libFuzzer, which sees what an input reaches, but the same everywhere.
class Mutator
{
public:
    Mutator(const std::vector<std::string> &seeds, std::vector<std::string> words, size_t longest)
        : m_seeds(seeds)
        , m_words(std::move(words))
        , m_longest(longest)
    {
        using namespace std::string_literals;
        for (const std::string &word : {"\0"s, "\n"s, "\r\n"s, "\t"s, " "s, "\""s, "'"s, "\\"s, ","s, ":"s, "{"s, "}"s,
                 "["s, "]"s, "("s, ")"s, "-"s, "0"s, "1e999"s, "-1"s, "9223372036854775808"s, "null"s, "\\u0000"s,
                 "\\ud800"s, "\xEF\xBB\xBF"s, "\xE2\x80\xAE"s, "\xE2\x81\xA8"s, "\xE2\x80\x8D"s, "\xED\xA0\x80"s,
                 "\xF0\x9F\x98\x80"s, "\xC3\xA9"s, "\x1B[31m"s, "\xFF"s, "\x80"s})
            m_words.push_back(word);
    }

    std::string next()
    {
        std::string input = oneOf(m_seeds);
        for (size_t changes = 1 + below(4); changes > 0; --changes)
            change(input);
        input.resize(std::min(input.size(), m_longest));
        return input;
    }

private:
    size_t below(size_t bound) { return m_random() % bound; } // at least 1
    const std::string &oneOf(const std::vector<std::string> &all) { return all[below(all.size())]; }
    char anyByte() { return static_cast<char>(below(256)); }

    // A part of a text, mostly a short one.
    std::string_view partOf(const std::string &text)
    {
        if (text.empty())
            return {};
        const size_t begin = below(text.size());
        const size_t most = text.size() - begin;
        return std::string_view(text).substr(begin, 1 + below(below(4) == 0 ? most : std::min<size_t>(most, 16)));
    }

    void change(std::string &input)
    {
        const size_t at = below(input.size() + 1);
        const bool isInside = at < input.size();
        switch (below(10)) {
        case 0: // a bit
            if (isInside)
                input[at] = static_cast<char>(input[at] ^ (1 << below(8)));
            break;
        case 1:
            if (isInside)
                input[at] = anyByte();
            break;
        case 2:
            input.insert(at, 1 + below(3), anyByte());
            break;
        case 3:
            input.erase(at, partOf(input).size());
            break;
        case 4:
            input.insert(at, oneOf(m_words));
            break;
        case 5: { // instead of what stands there
            const std::string &word = oneOf(m_words);
            input.replace(at, std::min(word.size(), input.size() - at), word);
            break;
        }
        case 6: { // again, or again and again
            const std::string part(partOf(input));
            for (size_t count = below(8) == 0 ? 1 + below(100) : 1; count > 0 && input.size() < m_longest; --count)
                input.insert(at, part);
            break;
        }
        case 7:
            input.insert(at, std::string(partOf(oneOf(m_seeds))));
            break;
        case 8: { // the begin of one and the end of another
            const std::string &other = oneOf(m_seeds);
            input.resize(at);
            input += other.substr(below(other.size() + 1));
            break;
        }
        default:
            input.resize(below(3) == 0 ? at : input.size());
        }
    }

    const std::vector<std::string> &m_seeds;
    std::vector<std::string> m_words;
    size_t m_longest;
    std::mt19937 m_random{20261120};
};

} // namespace

int main(int count, char **arguments)
{
    program = arguments[0];
    unsigned long runs = 0;
    size_t longest = 4096;
    size_t small = 300;
    std::vector<std::string> words;
    std::vector<std::string> places;
    for (int i = 1; i < count; ++i) {
        const std::string argument = arguments[i];
        const bool isOption = argument.substr(0, 2) == "--";
        if (isOption && i + 1 == count)
            fail(argument + " needs a value");
        if (argument == "--runs")
            runs = std::stoul(arguments[++i]);
        else if (argument == "--small")
            small = std::stoul(arguments[++i]);
        else if (argument == "--longest")
            longest = std::stoul(arguments[++i]);
        else if (argument == "--dictionary")
            words = wordsOf(arguments[++i]);
        else if (isOption)
            fail("unknown option " + argument);
        else
            places.push_back(argument);
    }
    const std::vector<std::string> seeds = contentsOf(places);
    if (seeds.empty())
        fail("no files to begin with");

    watch();
    for (const std::string &seed : seeds)
        run(seed);
    if (runs > 0) {
        run({});
        for (const std::string &seed : seeds) {
            for (size_t size = seed.size() <= small ? seed.size() : 0; size-- > 1;)
                run(seed.substr(0, size));
        }
        Mutator mutator(seeds, words, longest);
        for (; runs > 0; --runs)
            run(mutator.next());
    }
    std::printf("%s: %lu inputs\n", program, current.number);
    return 0;
}

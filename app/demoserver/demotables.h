// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demooptions.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tidings::demo {

/// The actions authentik knows, in the order of its schema of 2026.8; custom ones have numbers from KnownActionCount
/// on.
enum Action : std::uint8_t {
    Login,
    LoginFailed,
    Logout,
    UserWrite,
    UserOffboarded,
    SuspiciousRequest,
    PasswordSet,
    SecretView,
    SecretRotate,
    InvitationUsed,
    AuthorizeApplication,
    SourceLinked,
    ImpersonationStarted,
    ImpersonationEnded,
    FlowExecution,
    PolicyExecution,
    PolicyException,
    PropertyMappingException,
    SystemTaskExecution,
    SystemTaskException,
    SystemException,
    ConfigurationError,
    ConfigurationWarning,
    ModelCreated,
    ModelUpdated,
    ModelDeleted,
    EmailSent,
    UpdateAvailable,
    ExportReady,
    ReviewInitiated,
    ReviewOverdue,
    ReviewAttested,
    ReviewCompleted,
    AccessRequestCreated,
    AccessRequestApproved,
    AccessRequestDenied,
    AccessRequestRevoked,
    CustomPrefix,
    KnownActionCount
};

struct ActionInfo
{
    std::string name;
    std::string label; ///< as authentik's enum spells it
    std::string app; ///< the module that writes such events
    DemoRelease since = DemoRelease::V2024_8;
    int weight = 0; ///< how often it occurs
};

struct User
{
    int pk = 0;
    std::string username;
    std::string name;
    std::string email;
    std::string json; ///< the `user` object of an event
};

struct Place
{
    std::string fragment; ///< "asn" and "geo" members of a context, each followed by a comma
    std::string country;
};

struct Address
{
    std::string text; ///< empty means null
    int place = -1; ///< none for private addresses
};

/// Something a model_* event can be about.
struct ModelObject
{
    std::string app;
    std::string model;
    std::string name;
    std::string pk; ///< hex or decimal digits
    std::string apiPath;
    std::string json; ///< the object as embedded in a context
    int user = -1; ///< the user this object is, if it is one
};

struct Application
{
    std::string name;
    std::string slug;
    std::string pk;
    std::string json;
};

struct Brand
{
    std::string name;
    std::string json;
};

/// The vocabulary of made-up events: who, where, what. Built once from the seed, constant afterwards.
struct DemoTables
{
    DemoTables(quint64 seed, DemoRelease release);

    enum : std::uint16_t { NoUser, AnonymousUser, AdminUser, FirstPerson };
    enum : std::uint16_t { NoAddress, BroadcastAddress, FirstAddress };

    DemoRelease release;
    std::vector<ActionInfo> actions;
    std::vector<std::uint8_t> actionPicks; ///< drawing an entry at random draws an action by weight
    std::vector<User> users;
    std::uint16_t personCount = 0;
    std::uint16_t firstServiceAccount = 0;
    std::vector<Place> places;
    std::vector<Address> addresses; ///< three for every user from AdminUser on, then the attackers'
    std::uint16_t firstAttacker = 0;
    std::uint16_t attackerCount = 0;
    std::vector<ModelObject> objects;
    std::uint16_t accessRequestObject = 0;
    std::vector<ModelObject> devices;
    std::vector<Application> applications;
    std::vector<Brand> brands;
    std::vector<std::string> userAgents; ///< as JSON strings
    std::vector<std::string> attemptedNames; ///< what attackers type; hostile text among it

    bool knowsAction(std::string_view name) const; ///< as an enum value of this release
    int addressOf(int user, int kind) const; ///< kind 0 home, 1 IPv6, 2 office
    /// Index into users, or -1.
    int userByPk(int pk) const;
};

} // namespace tidings::demo
